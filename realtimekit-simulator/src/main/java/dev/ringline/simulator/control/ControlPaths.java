package dev.ringline.simulator.control;

public final class ControlPaths {

    public static final String ROOT = "/simulator";

    private ControlPaths() {}
}
