package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Place;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.pull.Progress;
import org.entente.kit.pull.Reading;
import org.entente.kit.pull.StateFile;
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
      "  entente withdrawals -p eu.properties -c 4b7f… --state eu.withdrawn --json",
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

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "The place is kept here; the next run tells only what was withdrawn since.")
  private @Nullable Path state;

  @Mixin private Retrying retrying = new Retrying();

  private Optional<Progress> behind = Optional.empty();

  @Override
  Report run() {
    ExchangeClient exchange = new ExchangeClient(session());
    Patience patience = retrying.patience(edge().time().pause(), this::warn);
    List<Object> all = new ArrayList<>();
    Progress start = start();
    Place place = start.place();
    long pages = start.pages();
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
      pages++;
    }
    behind = Optional.of(new Progress(place, pages, start.objects() + all.size(), 0));
    return report(all, place.addedAfter());
  }

  private Progress start() {
    Progress beginning = new Progress(Place.start(addedAfter), 0, 0, 0);
    return withState(StateFile::load).orElse(beginning);
  }

  /** Only now: what was not told must come again. */
  @Override
  void told() {
    behind.ifPresent(place ->
        withState(file -> {
          file.save(place);
          return behind;
        }));
  }

  private Optional<Progress> withState(Function<StateFile, Optional<Progress>> use) {
    Path file = state;
    if (file == null) {
      return Optional.empty();
    }
    PartnerProfile profile = profile();
    Reading reading =
        Reading.ofWithdrawals(
            profile.apiRoot(), profile.clientId(), collection, Optional.ofNullable(addedAfter));
    try (StateFile opened = new StateFile(edge().disk(), file, reading)) {
      return use.apply(opened);
    }
  }

  private Report report(List<Object> all, Optional<String> last) {
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
    last.ifPresent(time -> report.put("added_after", time));
    return last.isEmpty() || state != null
        ? report
        : report.line("Later ones: --added-after " + last.get());
  }
}
