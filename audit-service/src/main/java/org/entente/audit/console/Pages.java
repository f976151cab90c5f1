package org.entente.audit.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.audit.access.LoginNeeded;
import org.entente.audit.access.Person;
import org.entente.audit.access.RecordedAccess;
import org.entente.audit.access.RecordedAccess.Recording;
import org.entente.audit.access.Release;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalMapper;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The only way to show something: who looks is established, the page is made, the view is recorded,
 * and then the page leaves. Refusals are recorded likewise and shown as a page with their stable
 * code. Thread-safe.
 */
@Singleton
public final class Pages {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String NOWHERE = "";
  private static final int FOUND = 302;
  private static final int SEE_OTHER = 303;
  private static final int LOGIN = 401;
  private static final int OK = 200;
  private static final byte[] NOTHING = {};

  private final RecordedAccess access;
  private final CurrentVertxRequest current;

  Pages(RecordedAccess access, CurrentVertxRequest current) {
    this.access = access;
    this.current = current;
  }

  /**
   * Shows a page.
   *
   * @param operation as the record names it, {@code console.} and the page
   * @param page makes it, of no more than its reader's scope allows
   */
  public RestResponse<byte[]> show(String operation, Function<Frame, TemplateInstance> page) {
    var browser = browser();
    return answered(
        browser,
        operation,
        () -> {
          var body =
              access.byPerson(
                  operation,
                  person -> html(page, frame(Optional.of(person), section(operation), browser)));
          return body(OK, body);
        });
  }

  /**
   * Sends what is no page, for a page's script or to be kept.
   *
   * @param content makes it, of no more than this person's scope allows
   */
  RestResponse<byte[]> send(String operation, String type, Function<Person, byte[]> content) {
    return answered(
        browser(),
        operation,
        () -> {
          var body = access.byPerson(operation, person -> content.apply(person));
          return body(OK, type, body);
        });
  }

  /**
   * Hands over a file instead of a page, once that is on record.
   *
   * @param instead what becomes of a page that is shown in its place: a refusal, or the way to the
   *     login
   */
  public <T> T hand(
      String operation,
      Function<Person, Release<T>> file,
      Function<RestResponse<byte[]>, T> instead) {
    return answered(browser(), operation, () -> access.releasingTo(operation, file), instead);
  }

  /** Whether another site led here: what only one's own pages may ask for is asked about first. */
  public boolean fromOutside() {
    return browser().fromOutside();
  }

  /**
   * Carries out what a form asks for and shows another page, so that nothing is sent again by going
   * back. Only forms of this console are accepted: a session alone proves no intent.
   *
   * @param work records it, does it, and returns which page comes next, {@code /console/…}
   */
  RestResponse<byte[]> submit(String operation, BiFunction<Person, Recording, String> work) {
    var browser = browser();
    return answered(
        browser,
        operation,
        () -> redirect(SEE_OTHER, access.acting(operation, browser::requireOwnForm, work)));
  }

  /** Sends the browser elsewhere once that is recorded. */
  RestResponse<byte[]> leave(String operation, Function<Person, String> where) {
    return answered(
        browser(),
        operation,
        () -> {
          var next = new String[] {"/console/"};
          access.byPerson(
              operation,
              person -> {
                next[0] = where.apply(person);
                return NOTHING;
              });
          return redirect(FOUND, next[0]);
        });
  }

  /** Shows what says nothing of the log, to whoever asks; no record. */
  RestResponse<byte[]> open(Function<Frame, TemplateInstance> page) {
    return open(OK, browser(), NOWHERE, page);
  }

  private static RestResponse<byte[]> redirect(int status, String location) {
    return ResponseBuilder.<byte[]>create(status)
        .header("Location", location)
        .header("Cache-Control", "no-store")
        .build();
  }

  private Browser browser() {
    return Browser.of(current.getCurrent().request());
  }

  private static RestResponse<byte[]> answered(
      Browser browser, String operation, Supplier<RestResponse<byte[]>> page) {
    return answered(browser, operation, page, Function.identity());
  }

  private static <T> T answered(
      Browser browser,
      String operation,
      Supplier<T> answer,
      Function<RestResponse<byte[]>, T> instead) {
    try {
      return answer.get();
    } catch (LoginNeeded away) {
      return instead.apply(login(browser, away.location()));
    } catch (Refusal refusal) {
      RefusalMapper.tell(refusal);
      return instead.apply(
          open(
              refusal.code().status(),
              browser,
              section(operation),
              frame -> Templates.error(frame, refusal)));
    }
  }

  /**
   * A form that a redirect would take to another site is stopped by the content security policy, so
   * whoever comes from inside is asked by a page instead.
   */
  private static RestResponse<byte[]> login(Browser browser, String location) {
    return browser.fromInside()
        ? open(LOGIN, browser, NOWHERE, frame -> Templates.login(frame, location))
        : redirect(FOUND, location);
  }

  private static RestResponse<byte[]> open(
      int status, Browser browser, String section, Function<Frame, TemplateInstance> page) {
    return body(status, html(page, frame(Optional.empty(), section, browser)));
  }

  private static String section(String operation) {
    return operation.substring(operation.indexOf('.') + 1);
  }

  private static Frame frame(Optional<Person> person, String section, Browser browser) {
    return new Frame(person, browser.language(), browser.here(), section);
  }

  private static byte[] html(Function<Frame, TemplateInstance> page, Frame frame) {
    return page.apply(frame)
        .setLocale(frame.language().locale())
        .render()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static RestResponse<byte[]> body(int status, byte[] html) {
    return body(status, HTML, html);
  }

  private static RestResponse<byte[]> body(int status, String type, byte[] body) {
    var answer =
        ResponseBuilder.<byte[]>create(status)
            .entity(body)
            .header(HttpHeaders.CONTENT_TYPE.toString(), type)
            .header("Cache-Control", "no-store");
    RefusalMapper.retryAfter(status).ifPresent(when -> answer.header("Retry-After", when));
    return answer.build();
  }
}
