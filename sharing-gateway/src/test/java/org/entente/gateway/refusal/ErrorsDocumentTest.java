package org.entente.gateway.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorsDocumentTest {

  private static final Path CONTRACT = Path.of("contract");
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| ([0-9]{3}).*");
  private static final String REQUEST = "7e6d5c4b-3a29-4180-9f7e-6d5c4b3a2918";

  @Test
  void the_document_lists_every_code_with_its_usual_status_and_no_other() throws IOException {
    Map<String, Integer> documented = new TreeMap<>();
    for (String line : Files.readAllLines(CONTRACT.resolve("ERRORS.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), Integer.parseInt(row.group(2)));
      }
    }
    Map<String, Integer> existing = new TreeMap<>();
    Arrays.stream(Code.values()).forEach(code -> existing.put(code.name(), code.status()));
    assertEquals(existing, documented);
  }

  @Test
  void the_examples_are_what_is_sent() throws IOException {
    var digest =
        new ErrorBody(
            400,
            "BODY_DIGEST",
            Code.BODY_DIGEST.title(),
            "The body is not the one that was signed.",
            REQUEST);
    var expired =
        new ErrorBody(
            401,
            "AUTH_EXP",
            Code.AUTH_EXP.title(),
            "Fetch a new access token; this one is not valid now.",
            REQUEST);
    assertEquals(example("error-taxii.json"), digest.at("/taxii2/exchange/") + "\n");
    assertEquals(example("error-problem.json"), expired.at("/receipts/x") + "\n");
  }

  @Test
  void only_paths_below_taxii2_have_taxiis_form() {
    assertEquals(ErrorBody.TAXII, ErrorBody.mediaType("/taxii2"));
    assertEquals(ErrorBody.TAXII, ErrorBody.mediaType("/taxii2/none"));
    assertEquals(ErrorBody.PROBLEM, ErrorBody.mediaType("/taxii2x"));
    assertEquals(ErrorBody.PROBLEM, ErrorBody.mediaType("/"));
  }

  private static String example(String name) throws IOException {
    return Files.readString(CONTRACT.resolve("examples").resolve(name));
  }
}
