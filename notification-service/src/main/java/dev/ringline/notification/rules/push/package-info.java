/** Where those meet who learn of calls, who know which devices are connected, and who push. */
@NullMarked
package dev.ringline.notification.rules.push;

import org.jspecify.annotations.NullMarked;
