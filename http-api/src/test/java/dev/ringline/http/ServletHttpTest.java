package dev.ringline.http;

import org.springframework.boot.WebApplicationType;

class ServletHttpTest extends HttpContract {

    ServletHttpTest() {
        super(WebApplicationType.SERVLET);
    }
}
