package org.entente.gateway.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  @ParameterizedTest
  @CsvSource({
    "400, HTTP_BAD_REQUEST, 400",
    "404, HTTP_NOT_FOUND, 404",
    "405, HTTP_METHOD, 405",
    "406, HTTP_NOT_ACCEPTABLE, 406",
    "408, LIMIT_TIME, 408",
    "409, HTTP_BAD_REQUEST, 400",
    "413, LIMIT_BODY, 413",
    "415, HTTP_MEDIA_TYPE, 415",
    "431, LIMIT_HEADERS, 431",
    "500, INTERNAL, 500",
    "501, INTERNAL, 500",
    "502, DEP_UNAVAILABLE, 503",
    "503, DEP_UNAVAILABLE, 503",
    "504, DEP_UNAVAILABLE, 503",
    "-1, HTTP_BAD_REQUEST, 400",
  })
  void a_bare_status_keeps_its_class(int status, Code code, int answered) {
    assertRefused(code, answered, BareStatus.refused(status));
  }

  @ParameterizedTest
  @CsvSource({
    "400, HTTP_BAD_REQUEST, 400",
    "404, HTTP_NOT_FOUND, 404",
    "408, LIMIT_TIME, 408",
    "413, LIMIT_BODY, 413",
    "431, LIMIT_HEADERS, 431",
    "500, INTERNAL, 500",
    "501, INTERNAL, 500",
    "503, DEP_UNAVAILABLE, 503",
  })
  void a_frameworks_exception_keeps_its_statuss_class(int status, Code code, int answered) {
    assertRefused(code, answered, Reason.of(exception(status)));
  }

  private static WebApplicationException exception(int status) {
    return status < 500 ? new ClientErrorException(status) : new ServerErrorException(status);
  }

  private static void assertRefused(Code code, int status, Refused refused) {
    assertEquals(code, refused.code());
    assertEquals(status, refused.status());
  }
}
