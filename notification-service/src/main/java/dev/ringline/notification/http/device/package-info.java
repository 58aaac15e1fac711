/** Registration: where devices are told, read and taken back, by their users and by the app's backend. */
@NullMarked
package dev.ringline.notification.http.device;

import org.jspecify.annotations.NullMarked;
