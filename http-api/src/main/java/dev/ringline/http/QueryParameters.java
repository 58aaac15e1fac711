package dev.ringline.http;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

/**
 * The query parameters that a controller's method takes: those with {@code @RequestParam}, and those of {@link Paging}.
 * Others are refused, lest a misspelt one go unnoticed.
 */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * Lets only names through that the method takes; methods of other beans than controllers may take what they want.
     *
     * @throws ProblemException 400 {@code invalid-request} naming each parameter that is not known
     */
    public static void check(HandlerMethod method, Collection<String> names) {
        if (!names.isEmpty() && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
            refuseOthersThan(known(method), names);
        }
    }

    private static void refuseOthersThan(Set<String> known, Collection<String> names) {
        var message = "is not known here; known are " + (known.isEmpty() ? "none" : String.join(", ", known));
        var errors = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new InvalidField(name, message))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
    }

    private static Set<String> known(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .flatMap(QueryParameters::names)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return Stream.of(Paging.LIMIT, Paging.BEFORE);
        }
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null ? Stream.empty() : Stream.of(name(annotation, parameter));
    }

    private static String name(RequestParam annotation, MethodParameter parameter) {
        return StringUtils.hasText(annotation.name())
                ? annotation.name()
                : parameter.getParameter().getName();
    }
}
