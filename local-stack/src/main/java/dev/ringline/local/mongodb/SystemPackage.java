package dev.ringline.local.mongodb;

import dev.ringline.local.machine.Command;

/** Installs a Debian package, where this user may do so without being asked. */
final class SystemPackage {

    private static final String INSTALL = """
            command -v apt-get || exit 1
            sudo=; [ "$(id -u)" = 0 ] || sudo="sudo -n"
            $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$0"
            """;

    private SystemPackage() {}

    static boolean install(String name) {
        return Command.run("sh", "-c", INSTALL, name).succeeded();
    }
}
