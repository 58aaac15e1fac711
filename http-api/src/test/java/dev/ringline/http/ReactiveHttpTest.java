package dev.ringline.http;

import org.springframework.boot.WebApplicationType;

class ReactiveHttpTest extends HttpContract {

    ReactiveHttpTest() {
        super(WebApplicationType.REACTIVE);
    }
}
