package org.entente.audit.access;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.entente.audit.refusal.RefusalCode;

/**
 * The OpenID Connect code flow, asked only when a page is: authentication is lazy, so that this
 * service decides what is answered and recorded. Thread-safe.
 */
@Singleton
final class Sessions {

  private static final int FOUND = 302;
  private static final String LOCATION = "location";

  private final CurrentIdentityAssociation identities;
  private final CurrentVertxRequest current;

  Sessions(CurrentIdentityAssociation identities, CurrentVertxRequest current) {
    this.identities = identities;
    this.current = current;
  }

  /**
   * Who is logged in.
   *
   * @throws LoginNeeded when nobody is, or when a login has just been completed
   * @throws SessionRejected when the login or the session is not one of ours
   * @throws ProviderUnavailable when the identity provider does not answer
   */
  SecurityIdentity identity() {
    try {
      var identity = identities.getDeferredIdentity().await().indefinitely();
      // A client certificate alone is an identity for Quarkus; it must never count as one here.
      if (!identity.isAnonymous() && identity.getCredential(IdTokenCredential.class) != null) {
        return identity;
      }
      throw login();
    } catch (AuthenticationRedirectException completed) {
      throw new LoginNeeded(completed.getRedirectUri());
    } catch (AuthenticationFailedException expired) {
      throw login();
    } catch (AuthenticationCompletionException refused) {
      throw new SessionRejected(
          RefusalCode.SESSION_INVALID,
          "the identity provider's answer or the session is not valid");
    } catch (OIDCException e) {
      throw new ProviderUnavailable(e);
    }
  }

  /** The challenge sets the cookie that its answer must come back with. */
  private RuntimeException login() {
    var context = current.getCurrent();
    HttpAuthenticator authenticator =
        Objects.requireNonNull(context.get(HttpAuthenticator.class.getName()));
    var challenge = authenticator.getChallenge(context).await().indefinitely();
    return challenge.status == FOUND
        ? challenge.getHeaders().entrySet().stream()
            .filter(header -> LOCATION.contentEquals(header.getKey()))
            .<RuntimeException>map(header -> new LoginNeeded(header.getValue()))
            .findFirst()
            .orElseThrow()
        : new SessionRejected(RefusalCode.SESSION_INVALID, "this login was not begun here");
  }
}
