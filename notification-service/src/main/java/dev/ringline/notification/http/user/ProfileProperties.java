package dev.ringline.notification.http.user;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.profile.*}: which claims of a token say how its user shows on a ring.
 *
 * @param nameClaim the name
 * @param pictureClaim the address of a picture
 */
@ConfigurationProperties("ringline.profile")
record ProfileProperties(
        @DefaultValue("name") String nameClaim,
        @DefaultValue("picture") String pictureClaim) {}
