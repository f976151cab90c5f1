package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens something is in no record, however it was asked for. */
class KeptAddressTest {

  private static final String PHRASE = "abandon ".repeat(11) + "about";

  @ParameterizedTest
  @ValueSource(strings = {" ", "+", "%20", "%0a"})
  void a_seed_phrase_is_found_through_any_encoding(String space) {
    var query = "limit=%zz&actor=" + PHRASE.replace(" ", space) + "&x=%";

    assertEquals(new KeptAddress("/v1/search", "", true), KeptAddress.of("/v1/search", query));
    assertEquals(
        new KeptAddress("/-", "x=y", true),
        KeptAddress.of("/v1/" + PHRASE.replace(" ", space), "x=y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object=5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
        "object=%35HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
        "party=kr&client=snoPBrXtMeMyMHUVTgbuqAfg1SUTb"
      })
  void a_private_key_is_kept_under_no_name(String query) {
    assertEquals(new KeptAddress("/v1/gaps", "", true), KeptAddress.of("/v1/gaps", query));
  }

  @ParameterizedTest
  @CsvSource({
    "/console/login, code=x&state=y, ''",
    "/console/login, session_state=z&state=y, ''",
    "/console/did, actor=colleague&state=, actor=colleague&state=",
    "/console/, code=x, code=x",
    "/console/search, party=kr&purpose=code=1, party=kr&purpose=code=1",
    "/v1/search, state=y, state=y"
  })
  void what_a_login_came_back_with_is_not_kept(String path, String query, String kept) {
    assertEquals(new KeptAddress(path, kept, false), KeptAddress.of(path, query));
  }
}
