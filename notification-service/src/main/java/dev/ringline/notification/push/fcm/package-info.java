/** Pushes to Android apps by Firebase Cloud Messaging, HTTP v1, as a service account of the app's project. */
@NullMarked
package dev.ringline.notification.push.fcm;

import org.jspecify.annotations.NullMarked;
