package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.prepare.Preparation;
import org.entente.kit.prepare.Prepared;
import org.entente.kit.stix.StixPiece;
import org.entente.kit.stix.StixSlice;
import org.entente.kit.stix.StixUnreadable;
import org.entente.kit.submit.InputFiles;
import org.entente.stix.rule.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente prepare}. */
@Command(
    name = "prepare",
    description = "Make a third party's objects say how far they may go, and who passes them on.",
    footer = {
      "%nTakes what submit takes. An object that lacks a TLP marking gets one, and what else is asked",
      "for; what it has, a copyright among it, it keeps. Every byte that was there stays, ids above",
      "all. The definitions of TLP need not travel along: the exchange knows them. Writes a TAXII",
      "envelope, an object on a line. Examples:",
      "  entente prepare --tlp green --producer identity--2f1c… enterprise-attack.json > ready.json",
      "  entente prepare --tlp amber+strict --releasable-to eu/cert-eu --wallet-extension their.json"
    })
final class PrepareCommand extends EntenteCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  private List<Path> files = new ArrayList<>();

  @Mixin private Preparing preparing = new Preparing();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write; default: standard output.")
  private @Nullable Path out;

  @Override
  boolean writesToStandardOutput() {
    return out == null;
  }

  @Override
  Report run() {
    Preparation preparation = preparing.preparation(this::usage);
    PreparationTotals totals = new PreparationTotals();
    try (InputFiles input = new InputFiles(files, edge().in(), Limits.USUAL.bytes())) {
      write(() -> prepared(preparation, input, totals));
    } catch (IOException e) {
      throw new FileTrouble("The output cannot be written.", e);
    }
    return totals.report(preparation);
  }

  /// The next object, as long as there is one.
  private static Optional<byte[]> prepared(
      Preparation preparation, InputFiles input, PreparationTotals totals) {
    return input
        .next()
        .map(piece ->
            switch (piece) {
              case StixSlice slice -> {
                Prepared prepared = preparation.apply(slice.id(), slice.bytes());
                totals.add(slice.id(), prepared);
                yield prepared.bytes();
              }
              case StixPiece.TooLong(String id, long length) ->
                  throw new StixUnreadable(id + " is too long: " + length + " bytes.");
            });
  }

  private void write(Supplier<Optional<byte[]>> objects) throws IOException {
    if (out == null) {
      write(objects, edge().out());
    } else {
      try (FreshFile file = new FreshFile(out)) {
        write(objects, file.out());
        file.keep();
      }
    }
  }

  private static void write(Supplier<Optional<byte[]>> objects, OutputStream out)
      throws IOException {
    String before = "{\"objects\":[\n";
    for (Optional<byte[]> next = objects.get(); next.isPresent(); next = objects.get()) {
      out.write(before.getBytes(UTF_8));
      out.write(next.get());
      before = ",\n";
    }
    if (before.length() > 2) {
      throw new StixUnreadable("There is no object to prepare.");
    }
    out.write("\n]}\n".getBytes(UTF_8));
    out.flush();
  }
}
