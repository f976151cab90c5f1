package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.entente.kit.evidence.PackAudit;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.wording.Counted;
import org.entente.log.TlogPolicy;
import org.entente.timestamp.TimeStampRejected;
import org.entente.timestamp.TimeStampReply;

/** Says what a pack of evidence proves, and what it does not. */
final class PackTelling {

  private PackTelling() {}

  static Report report(PackAudit.Proven pack, TrustFolder trust, TlogPolicy policy) {
    var checkpoint = pack.checkpoint().checkpoint();
    Report report =
        new Report()
            .put("log", checkpoint.origin())
            .put("size", checkpoint.size())
            .put("indices", pack.indices())
            .put("complete", pack.range())
            .put("export_index", pack.export().proven().index())
            .line(
                Counted.of(pack.indices().size(), "entry", "entries")
                    + " proven, of the log "
                    + checkpoint.origin()
                    + ", signed at size "
                    + checkpoint.size()
                    + ".");
    Standing.tell(report, pack.checkpoint(), policy);
    report.line(completeness(pack));
    pack.next()
        .ifPresent(next -> report.put("next", next).line("There are more: --before " + next));
    report.line(exported(pack));
    pack.stamps().forEach((party, stamp) -> tell(report, party, stamp, trust));
    return report;
  }

  private static String completeness(PackAudit.Proven pack) {
    if (!pack.range()) {
      return "A selection: that no other entry matches is the exchange's word.";
    }
    return pack.indices().isEmpty()
        ? "Nothing is in the range."
        : "Complete from entry "
            + pack.indices().getFirst()
            + " to "
            + pack.indices().getLast()
            + ": none is left out.";
  }

  private static String exported(PackAudit.Proven pack) {
    return "Exported by "
        + pack.export().text("actor", "user", "org", "uid").orElse("?")
        + "; that is entry "
        + pack.export().proven().index()
        + " of the log, query: "
        + pack.disclosed().getOrDefault("query_string", "not disclosed")
        + ".";
  }

  private static void tell(
      Report report, String party, PackAudit.Stamped stamp, TrustFolder folder) {
    folder
        .timeStamps(party)
        .ifPresentOrElse(
            trust -> {
              try {
                var proven =
                    TimeStampReply.parse(stamp.reply().toByteArray())
                        .verify(stamp.text().getBytes(UTF_8), trust);
                report
                    .put("time_stamp_" + party, proven.time().toString())
                    .line(
                        "Time-stamped at " + proven.time() + " by the authority of " + party + ".");
              } catch (TimeStampRejected e) {
                report
                    .line("The time stamp of " + party + " does NOT hold: " + e.getMessage())
                    .exit(ExitCode.NOT_VERIFIED);
              }
            },
            () ->
                report.line(
                    "A time stamp of "
                        + party
                        + " is there; timestamps/"
                        + party
                        + ".pem is not in the trust folder, so it was not verified."));
  }
}
