package org.entente.stix.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Patterns of the shapes of section 9.8, with values of our own.
class StandardExamplesTest {

  private static final String SHA256 =
      "1111111111111111111111111111111111111111111111111111111111111111";
  private static final String MD5 = "22222222222222222222222222222222";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[file:hashes.'SHA-256' = '" + SHA256 + "']",
        "[email-message:from_ref.value MATCHES '.+\\\\@example\\\\.com$' AND"
            + " email-message:body_multipart[*].body_raw_ref.name MATCHES '^Report.+\\\\.exe$']",
        "[file:hashes.'SHA-256' = '" + SHA256 + "' AND file:mime_type = 'application/x-pdf']",
        "[file:hashes.'SHA-256' = '"
            + SHA256
            + "' OR file:hashes.MD5 = '"
            + MD5
            + "'] AND [file:hashes.MD5 = '"
            + MD5
            + "']",
        "([file:hashes.MD5 = '"
            + MD5
            + "'] FOLLOWEDBY [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\a\\\\b'])"
            + " WITHIN 300 SECONDS",
        "[user-account:account_type = 'unix' AND user-account:user_id = '1007' AND"
            + " user-account:account_login = 'a'] AND [user-account:user_id = '1008']",
        "[artifact:mime_type = 'application/vnd.tcpdump.pcap' AND artifact:payload_bin MATCHES"
            + " '\\\\xd4\\\\xc3\\\\xb2\\\\xa1']",
        "[file:name = 'a.dll' AND file:parent_directory_ref.path = 'C:\\\\Windows']",
        "[file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]",
        "[file:mime_type = 'image/bmp' AND file:magic_number_hex = h'ffd8']",
        "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value ="
            + " 'example.com'] REPEATS 5 TIMES WITHIN 1800 SECONDS",
        "[domain-name:value = 'www.example.com' AND domain-name:resolves_to_refs[*].value ="
            + " '198.51.100.1/32']",
        "[x509-certificate:issuer = 'CN=A' AND x509-certificate:serial_number = '4c:0b']",
        "[(file:name = 'a.exe' OR file:size = 371712) AND file:mtime = t'2014-01-13T07:03:17Z']",
        "[email-message:sender_ref.value = 'a@example.com' AND email-message:subject = 'b']",
        "[process:command_line MATCHES '^.+>-add a.cer$'] FOLLOWEDBY [process:command_line"
            + " MATCHES'^.+>-add b.cer$'] WITHIN 300 SECONDS",
        "[network-traffic:dst_ref.value ISSUBSET '2001:0db8:dead:beef:0000:0000:0000:0000/64']",
        "([file:name = 'a.dll'] AND [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\a']) OR"
            + " [process:image_ref.name = 'b' OR process:image_ref.name = 'c']"
      })
  void s9_8_are_clean_and_survive_being_written(String pattern) {
    var read = Verdict.clean(pattern);
    var again = Verdict.clean(read.canonical());
    assertEquals(read.expression(), again.expression());
    assertEquals(read.keys(), again.keys());
    assertEquals(List.of(), again.findings());
  }
}
