package org.entente.kit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Place;
import org.entente.kit.wording.Counted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente withdrawals}. */
@Command(
    name = "withdrawals",
    description = "What was taken back from this client.",
    footer = {
      "%nOldest first. What was pulled before stays where it was put: remove it there, unless it was",
      "released again, with a later date_added. Examples:",
      "  entente withdrawals -p eu.properties -c 4b7f… --json",
      "  entente withdrawals -p eu.properties -c 4b7f… --added-after 2026-11-25T08:00:00.000000Z"
    })
final class WithdrawalsCommand extends EntenteCommand {

  @Option(
      names = {"-c", "--collection"},
      required = true,
      paramLabel = "ID",
      description = "The collection.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String collection;

  @Option(
      names = "--added-after",
      paramLabel = "TIME",
      description = "Only what was withdrawn later, such as 2026-11-01T00:00:00Z.")
  private @Nullable String addedAfter;

  @Mixin private Retrying retrying = new Retrying();

  @Override
  Report run() {
    ExchangeClient exchange = new ExchangeClient(session());
    Patience patience = retrying.patience(edge().time().pause());
    List<Object> all = new ArrayList<>();
    Place place = Place.start(addedAfter);
    boolean more = true;
    while (more) {
      Place here = place;
      Page page = patience.until(() -> exchange.withdrawals(collection, here.selection(null)));
      Object listed = page.answer().document().members().get("withdrawals");
      if (listed instanceof List<?> withdrawals) {
        all.addAll(withdrawals);
      }
      place = place.after(page);
      more = page.more();
    }
    return report(all, place.addedAfter());
  }

  private static Report report(List<Object> all, Optional<String> last) {
    Report report = new Report().put("withdrawals", all);
    for (Object withdrawal : all) {
      if (withdrawal instanceof Map<?, ?> of) {
        report.line(
            "%s  %s  %s  %s"
                .formatted(
                    of.get("date_withdrawn"), of.get("id"), of.get("version"), of.get("reason")));
      }
    }
    report.line(Counted.of(all.size(), "withdrawal") + ".");
    last.ifPresent(
        time -> report.put("added_after", time).line("Later ones: --added-after " + time));
    return report;
  }
}
