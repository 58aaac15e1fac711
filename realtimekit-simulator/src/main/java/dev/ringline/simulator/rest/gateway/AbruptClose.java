package dev.ringline.simulator.rest.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Closes the connection of a request without a byte of an answer, which a servlet cannot do: Tomcat must. */
@Component
class AbruptClose extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String WANTED = AbruptClose.class.getName();

    AbruptClose() {
        super(true);
    }

    /** The answer must not have been begun, and it will not be. */
    static void request(ServletRequest request) {
        request.setAttribute(WANTED, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(WANTED) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
