package org.entente.stix.observable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Forms that lead a browser to the same place have one key.
class UrlsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          HTTP://EVIL.example http://evil.example/
          http:\\\\evil.example\\a http://evil.example/a
          https:evil.example/a https://evil.example/a
          http://evil.example:80/ http://evil.example/
          http://evil.example:0443/ http://evil.example:443/
          http://evil.example./ http://evil.example/
          http://evil.example/a/./b/%2e%2E/c http://evil.example/a/c
          http://evil.example/a/.. http://evil.example/
          http://evil.example?q http://evil.example/?q
          http://user:Pw@EVIL.example/ http://user:Pw@evil.example/
          http://0x7f.1/ http://127.0.0.1/
          http://2130706433/ http://127.0.0.1/
          http://0177.0.0.1/ http://127.0.0.1/
          http://%65vil.example/ http://evil.example/
          http://bücher.example/ü http://xn--bcher-kva.example/%C3%BC
          http://[2001:DB8:0:0::1]:80/ http://[2001:db8::1]/
          ftp://evil.example:21/A ftp://evil.example/A
          IPFS://QmHash/x ipfs://QmHash/x
          """)
  void a_url_has_one_form(String written, String canonical) {
    assertEquals(canonical, Urls.observe(written).keys().getFirst().value());
    assertEquals(canonical, Urls.observe(canonical).keys().getFirst().value());
  }
}
