package dev.ringline.notification.push.fcm;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.push.fcm.*}. Without an app the channel is off.
 *
 * @param apps one service account each
 * @param baseUrl where Google listens; http only on this machine
 */
@ConfigurationProperties("ringline.push.fcm")
record FcmProperties(
        @DefaultValue List<App> apps,
        @DefaultValue("https://fcm.googleapis.com") URI baseUrl) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    FcmProperties {
        apps = List.copyOf(apps);
        require(isSafe(baseUrl), "base-url", "must be https (http only for localhost), without a path");
        long ids = apps.stream().map(App::appId).distinct().count();
        require(ids == apps.size(), "apps", "names an app twice");
    }

    private static boolean isSafe(URI url) {
        boolean here = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
        boolean secure = "https".equals(url.getScheme()) && url.getHost() != null;
        return (secure || here && "http".equals(url.getScheme()))
                && url.getRawPath().isEmpty();
    }

    private static void require(boolean holds, String name, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.push.fcm." + name + " " + problem);
        }
    }

    /**
     * @param appId as devices are registered
     * @param serviceAccountFile the service account's key as Google hands it out (JSON)
     */
    record App(String appId, Path serviceAccountFile) {

        App {
            require(appId != null && !appId.isBlank(), "apps[].app-id", "is missing");
            require(
                    serviceAccountFile != null && Files.isReadable(serviceAccountFile),
                    "apps[].service-account-file",
                    "cannot be read: " + serviceAccountFile);
        }
    }
}
