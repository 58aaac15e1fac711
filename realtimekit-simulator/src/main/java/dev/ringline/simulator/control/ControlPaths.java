package dev.ringline.simulator.control;

final class ControlPaths {

    static final String ROOT = "/simulator";

    private ControlPaths() {}
}
