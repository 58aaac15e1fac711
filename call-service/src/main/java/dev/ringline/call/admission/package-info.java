/** The app is asked here who may ring whom. */
@NullMarked
package dev.ringline.call.admission;

import org.jspecify.annotations.NullMarked;
