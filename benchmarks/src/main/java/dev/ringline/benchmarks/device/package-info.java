/** Devices by the thousand, on few threads: their live streams, the push service that they trust, and a client that polls. */
@NullMarked
package dev.ringline.benchmarks.device;

import org.jspecify.annotations.NullMarked;
