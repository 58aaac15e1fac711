package dev.ringline.http.failure;

import com.mongodb.MongoException;
import dev.ringline.http.HttpApiProperties;
import dev.ringline.http.ProblemSource;
import dev.ringline.http.Problems;
import dev.ringline.http.StrictJson;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.json.JsonMapper;

/** What servlet and reactive applications share. */
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication
@EnableConfigurationProperties(HttpApiProperties.class)
public class FailureConfiguration {

    @Bean
    Problems problems(List<ProblemSource> sources) {
        return new Problems(sources);
    }

    @Bean
    WebFailures webFailures() {
        return new WebFailures();
    }

    /** Nobody we speak to nests deeper or has longer names and numbers. */
    @Bean
    JsonFactoryBuilderCustomizer jsonLimits() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(64)
                .maxNumberLength(100)
                .maxNameLength(256)
                .build();
        return json -> json.streamReadConstraints(limits);
    }

    @Bean
    StrictJson strictJson(JsonMapper mapper) {
        return new StrictJson(mapper);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataAccessException.class)
    static class OfTheStore {

        @Bean
        StoreFailures storeFailures() {
            return new StoreFailures();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoException.class)
    static class OfMongo {

        @Bean
        MongoFailures mongoFailures() {
            return new MongoFailures();
        }
    }
}
