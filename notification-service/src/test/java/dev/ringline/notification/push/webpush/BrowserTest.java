package dev.ringline.notification.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The tests' browser against the example of RFC 8291, so that it can be believed of what the service sends. */
class BrowserTest {

    private static final String BODY = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
            + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
            + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    @Test
    void decryptsTheExampleOfTheStandard() throws GeneralSecurityException {
        // Given
        Browser browser = exampleBrowser();
        // When
        String text = browser.decrypted(Base64.getUrlDecoder().decode(BODY));
        // Then
        assertThat(text).isEqualTo("When I grow up, I want to be a watermelon");
    }

    @Test
    void refusesAnExampleThatWasTouched() throws GeneralSecurityException {
        // Given
        Browser browser = exampleBrowser();
        byte[] touched = Base64.getUrlDecoder().decode(BODY);
        // When
        touched[touched.length - 1] ^= 1;
        // Then
        assertThatThrownBy(() -> browser.decrypted(touched)).isInstanceOf(GeneralSecurityException.class);
    }

    private static Browser exampleBrowser() throws GeneralSecurityException {
        return Browser.with(
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");
    }
}
