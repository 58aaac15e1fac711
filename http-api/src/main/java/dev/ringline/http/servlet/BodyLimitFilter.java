package dev.ringline.http.servlet;

import dev.ringline.http.HttpApiProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses large bodies: at once when the length is told, else as soon as more was read than is allowed. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final HttpApiProperties properties;

    BodyLimitFilter(HttpApiProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > properties.maxBody().toBytes()) {
            throw properties.tooLarge();
        }
        chain.doFilter(new Limited(request, properties), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final HttpApiProperties properties;

        Limited(HttpServletRequest request, HttpApiProperties properties) {
            super(request);
            this.properties = properties;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedInputStream(super.getInputStream(), properties);
        }
    }
}
