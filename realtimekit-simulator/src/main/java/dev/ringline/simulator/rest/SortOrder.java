package dev.ringline.simulator.rest;

/** Livestreams spell it differently. */
public enum SortOrder {
    ASC,
    DESC,
    DSC
}
