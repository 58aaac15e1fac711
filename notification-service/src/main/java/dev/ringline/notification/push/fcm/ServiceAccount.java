package dev.ringline.notification.push.fcm;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.ringline.notification.push.fcm.FcmProperties.App;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/** Who sends for a project, and the access token that proves it, kept until shortly before it expires. */
final class ServiceAccount {

    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/firebase.messaging");

    private final ServiceAccountCredentials credentials;
    private final String project;

    private ServiceAccount(ServiceAccountCredentials credentials, String project) {
        this.credentials = credentials;
        this.project = project;
    }

    static ServiceAccount read(App app) {
        try (InputStream file = Files.newInputStream(app.serviceAccountFile())) {
            ServiceAccountCredentials credentials = ServiceAccountCredentials.fromStream(file).toBuilder()
                    .setScopes(SCOPES)
                    .setDefaultRetriesEnabled(false)
                    .build();
            String project = credentials.getProjectId();
            if (project == null) {
                throw new IOException("No project_id");
            }
            return new ServiceAccount(credentials, project);
        } catch (IOException | RuntimeException noAccount) {
            throw new IllegalStateException(
                    "ringline.push.fcm.apps[].service-account-file: " + app.serviceAccountFile()
                            + " is no key of a service account",
                    noAccount);
        }
    }

    String project() {
        return project;
    }

    /** Waits for Google when there is no token or it is about to expire. */
    String token() throws IOException {
        credentials.refreshIfExpired();
        AccessToken current = credentials.getAccessToken();
        if (current == null) {
            throw new IOException("No access token");
        }
        return current.getTokenValue();
    }

    /** Another token in the place of one that was not taken; one request for all who hold the old one. */
    synchronized String tokenOtherThan(String refused) throws IOException {
        AccessToken current = credentials.getAccessToken();
        if (current == null || current.getTokenValue().equals(refused)) {
            credentials.refresh();
        }
        return token();
    }
}
