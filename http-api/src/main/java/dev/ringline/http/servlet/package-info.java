/** The servlet side: the same rules for applications on Spring MVC. */
@NullMarked
package dev.ringline.http.servlet;

import org.jspecify.annotations.NullMarked;
