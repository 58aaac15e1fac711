package dev.ringline.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a Spring test against a real Kafka broker, with all topics declared, and a real MongoDB, with a database of its
 * own for each application context. The service believes the tokens of {@link TestIdentity} and has its ring keys and the
 * keys of {@link TestSealing}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealParts {}
