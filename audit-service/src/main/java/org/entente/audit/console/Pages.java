package org.entente.audit.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.audit.access.LoginNeeded;
import org.entente.audit.access.Person;
import org.entente.audit.access.RecordedAccess;
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
final class Pages {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String NOWHERE = "";
  private static final int SEE_OTHER = 303;
  private static final int FOUND = 302;
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
  RestResponse<byte[]> show(String operation, Function<Frame, TemplateInstance> page) {
    var browser = browser();
    return answered(
        browser,
        () -> {
          var body =
              access.byPerson(operation, person -> html(page, frame(person, operation, browser)));
          return body(OK, body);
        });
  }

  /**
   * Carries out what a form asks for and shows another page. Only forms of this console are
   * accepted; the cookies alone prove no intent.
   *
   * @param work does it and returns which page comes next, {@code /console/…}
   */
  RestResponse<byte[]> submit(String operation, Function<Person, String> work) {
    var browser = browser();
    return answered(
        browser,
        () -> {
          var next = new String[] {"/console/"};
          access.byPerson(
              operation,
              person -> {
                if (!browser.sameOrigin()) {
                  throw new ForeignOrigin();
                }
                next[0] = whole(() -> work.apply(person));
                return NOTHING;
              });
          return redirect(SEE_OTHER, next[0]);
        });
  }

  /** Sends the browser elsewhere once that is recorded. */
  RestResponse<byte[]> leave(String operation, Function<Person, String> where) {
    return answered(
        browser(),
        () -> {
          var next = new String[] {"/console/"};
          access.byPerson(
              operation,
              person -> {
                next[0] = whole(() -> where.apply(person));
                return NOTHING;
              });
          return redirect(FOUND, next[0]);
        });
  }

  /** Shows what says nothing of the log, to whoever asks; no record. */
  RestResponse<byte[]> open(Function<Frame, TemplateInstance> page) {
    return open(OK, browser(), page);
  }

  static RestResponse<byte[]> redirect(int status, String location) {
    return ResponseBuilder.<byte[]>create(status)
        .header("Location", location)
        .header("Cache-Control", "no-store")
        .build();
  }

  Browser browser() {
    return Browser.of(current.getCurrent().request());
  }

  private RestResponse<byte[]> answered(Browser browser, Supplier<RestResponse<byte[]>> page) {
    try {
      return page.get();
    } catch (LoginNeeded away) {
      return login(browser, away.location());
    } catch (Refusal refusal) {
      RefusalMapper.tell(refusal);
      return open(refusal.code().status(), browser, frame -> Templates.error(frame, refusal));
    }
  }

  /**
   * A form that a redirect would take to another site is stopped by the content security policy, so
   * whoever comes from inside is asked by a page instead.
   */
  private static RestResponse<byte[]> login(Browser browser, String location) {
    return browser.fromInside()
        ? open(LOGIN, browser, frame -> Templates.login(frame, location))
        : redirect(FOUND, location);
  }

  private static RestResponse<byte[]> open(
      int status, Browser browser, Function<Frame, TemplateInstance> page) {
    var frame = new Frame(Optional.empty(), browser.language(), browser.here(), NOWHERE);
    return body(status, html(page, frame));
  }

  private static Frame frame(Person person, String operation, Browser browser) {
    var section = operation.substring(operation.indexOf('.') + 1);
    return new Frame(Optional.of(person), browser.language(), browser.here(), section);
  }

  private static byte[] html(Function<Frame, TemplateInstance> page, Frame frame) {
    return whole(() ->
        page.apply(frame)
            .setLocale(frame.language().locale())
            .render()
            .getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T whole(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException e) { // whatever it is, it is recorded and told with an id
      throw new PageFailed(UUID.randomUUID().toString(), e);
    }
  }

  private static RestResponse<byte[]> body(int status, byte[] html) {
    return ResponseBuilder.<byte[]>create(status)
        .entity(html)
        .header(HttpHeaders.CONTENT_TYPE.toString(), HTML)
        .header("Cache-Control", "no-store")
        .build();
  }
}
