/** The one declaration of the topics and of the groups' settings, and the look at start whether it was carried out. */
@NullMarked
package dev.ringline.messaging.topics;

import org.jspecify.annotations.NullMarked;
