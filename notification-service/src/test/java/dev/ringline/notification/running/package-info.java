/** The service as its clients and its operators meet it: whole replicas over HTTP, on a real broker and a real database. */
@NullMarked
package dev.ringline.notification.running;

import org.jspecify.annotations.NullMarked;
