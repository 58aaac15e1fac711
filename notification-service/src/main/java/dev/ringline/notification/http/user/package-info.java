/** Where it is learned how users are called and how they wish to be alerted: from tokens, from users, from the app's backend. */
@NullMarked
package dev.ringline.notification.http.user;

import org.jspecify.annotations.NullMarked;
