package org.entente.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.entente.gateway.refusal.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFaultTest {

  private static final TokenFault FAULT = new TokenFault(Set.of("https://kr"), "urn:x");
  private static final Instant NOW = Instant.ofEpochSecond(1000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"iss":"https://kr","exp":1100,"aud":"urn:x","cnf":{"x5t#S256":"L"}}           | AUTH_TOKEN_INVALID
          {"iss":"https://kr","exp":1100,"aud":["a","urn:x"],"cnf":{"x5t#S256":"L"}}     | AUTH_TOKEN_INVALID
          {"iss":"https://no","exp":1100,"aud":"urn:x","cnf":{"x5t#S256":"L"}}           | AUTH_ISSUER
          {"exp":1100,"aud":"urn:x","cnf":{"x5t#S256":"L"}}                              | AUTH_ISSUER
          {"iss":"https://kr","exp":900,"aud":"urn:x","cnf":{"x5t#S256":"L"}}            | AUTH_EXP
          {"iss":"https://kr","aud":"urn:x","cnf":{"x5t#S256":"L"}}                      | AUTH_EXP
          {"iss":"https://kr","exp":1100,"nbf":1050,"aud":"urn:x","cnf":{"x5t#S256":"L"}}| AUTH_EXP
          {"iss":"https://kr","exp":1100,"aud":["a"],"cnf":{"x5t#S256":"L"}}             | AUTH_AUD
          {"iss":"https://kr","exp":1100,"cnf":{"x5t#S256":"L"}}                         | AUTH_AUD
          {"iss":"https://kr","exp":1100,"aud":"urn:x"}                                  | AUTH_BINDING
          {"iss":"https://kr","exp":1100,"aud":"urn:x","cnf":"L"}                        | AUTH_BINDING
          {"iss":"https://kr","exp":1100,"aud":"urn:x","cnf":{"x5t#S256":"M"}}           | AUTH_BINDING
          {"iss":{"a":1},"exp":"x"}                                                      | AUTH_ISSUER
          """)
  void one_fault_one_code(String claims, Code code) {
    String payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    Optional<TokenText> token = TokenText.of("e30." + payload.replace("=", "") + ".");
    assertEquals(code, FAULT.explain(token, "L", NOW).code());
  }

  @Test
  void what_is_no_token_is_invalid_and_never_an_error() {
    for (String text :
        new String[] {
          "", "a", "a.b", "a.b.c", "..", "e30.W10.", "e30.bnVsbA.", "e30.e30", "e30.****."
        }) {
      assertEquals(
          Code.AUTH_TOKEN_INVALID, FAULT.explain(TokenText.of(text), "L", NOW).code(), text);
    }
    String huge = "e30." + "A".repeat(20_000) + ".";
    assertEquals(Optional.empty(), TokenText.of(huge));
  }
}
