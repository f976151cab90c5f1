package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.prepare.Preparation;
import org.entente.kit.stix.StixPiece;
import org.entente.kit.stix.StixSlice;
import org.entente.kit.stix.StixUnreadable;
import org.entente.kit.submit.InputFiles;
import org.entente.kit.wording.Counted;
import org.entente.stix.marking.Tlp;
import org.entente.stix.rule.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente prepare}. */
@Command(
    name = "prepare",
    description = "Make a third party's objects say how far they may go, and who passes them on.",
    footer = {
      "%nObjects without a TLP marking get one, those without an author the producer's identity.",
      "Every other byte stays, ids above all. Writes a TAXII envelope, an object on a line. Example:",
      "  entente prepare --tlp green --producer identity--2f1c… enterprise-attack.json > ready.json"
    })
final class PrepareCommand extends EntenteCommand {

  private static final Pattern IDENTITY =
      Pattern.compile("identity--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--tlp",
      required = true,
      paramLabel = "LEVEL",
      description = "For objects without one: clear, green, amber, amber+strict, red.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String tlp;

  @Option(
      names = "--producer",
      paramLabel = "ID",
      description = "Identity of who passes on objects that nobody signed with created_by_ref.")
  private @Nullable String producer;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write; default: standard output.")
  private @Nullable Path out;

  private long objects;
  private long marked;
  private long authored;

  @Override
  boolean writesToStandardOutput() {
    return out == null;
  }

  @Override
  Report run() {
    Preparation preparation = preparation();
    try (InputFiles input = new InputFiles(files, edge().in(), Limits.USUAL.bytes());
        OutputStream output = output()) {
      output.write("{\"objects\":[".getBytes(UTF_8));
      for (Optional<StixPiece> next = input.next(); next.isPresent(); next = input.next()) {
        output.write((objects == 0 ? "\n" : ",\n").getBytes(UTF_8));
        output.write(prepared(preparation, next.get()));
      }
      output.write("\n]}\n".getBytes(UTF_8));
      output.flush();
    } catch (IOException e) {
      throw new FileTrouble("The output cannot be written.", e);
    }
    return new Report()
        .put("objects", objects)
        .put("marked", marked)
        .put("authored", authored)
        .line(
            "%s: %d marked TLP:%s, %d given an author."
                .formatted(Counted.of(objects, "object"), marked, preparation.tlp(), authored));
  }

  private byte[] prepared(Preparation preparation, StixPiece piece) {
    return switch (piece) {
      case StixSlice slice -> {
        Preparation.Prepared done = preparation.apply(slice.id(), slice.bytes());
        objects++;
        marked += done.marked() ? 1 : 0;
        authored += done.authored() ? 1 : 0;
        yield done.bytes();
      }
      case StixPiece.TooLong(String id, long length) ->
          throw new StixUnreadable(id + " is too long: " + length + " bytes.");
    };
  }

  private Preparation preparation() {
    Tlp level = Tlp.ofLabel(tlp).orElseThrow(() -> usage(tlp + " is no level of TLP 2.0."));
    if (producer != null && !IDENTITY.matcher(producer).matches()) {
      throw usage("--producer is the STIX id of an identity.");
    }
    return new Preparation(level, Optional.ofNullable(producer));
  }

  private OutputStream output() throws IOException {
    return out == null
        ? edge().out()
        : new BufferedOutputStream(java.nio.file.Files.newOutputStream(out));
  }
}
