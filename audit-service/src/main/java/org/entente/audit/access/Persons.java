package org.entente.audit.access;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.audit.record.Actor;
import org.entente.audit.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request comes from a person who audits: certificate of a partner, session that
 * the same partner's identity provider began, with the role. Judged anew on every request.
 * Thread-safe.
 */
@Singleton
final class Persons {

  private static final String ROLE = "auditor";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");

  private final Sessions sessions;
  private final ConsoleTenants tenants;
  private final JointAuditors joint;

  Persons(Sessions sessions, ConsoleTenants tenants, JointAuditors joint) {
    this.sessions = sessions;
    this.tenants = tenants;
    this.joint = joint;
  }

  /**
   * Who looks.
   *
   * @throws LoginNeeded when that is not known yet
   * @throws CallerUnknown when the certificate is no partner's
   * @throws SessionRejected when the session does not make an auditor of that partner
   * @throws ProviderUnavailable when the identity provider does not answer
   */
  Person require(Visit visit) {
    if (!(visit.peer() instanceof Peer.Client client)) {
      throw new CallerUnknown(visit.peer(), "not the certificate of a partner's client");
    }
    var tenant =
        tenants
            .of(client)
            .orElseThrow(() ->
                new SessionRejected(
                    RefusalCode.CONSOLE_UNKNOWN,
                    "people of " + client.partner() + " cannot log in here"));
    var identity = sessions.identity();
    if (!tenant.tenantId().equals(Optional.ofNullable(session(identity)))) {
      throw new SessionRejected(
          RefusalCode.PARTNER_MISMATCH, "the session is not one of " + client.partner());
    }
    if (!identity.hasRole(ROLE)) {
      throw new SessionRejected(RefusalCode.AUTHZ_ROLE, "this user lacks the role " + ROLE);
    }
    return person(client.partner(), identity);
  }

  private static @Nullable String session(SecurityIdentity identity) {
    return identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
  }

  private Person person(String partner, SecurityIdentity identity) {
    var token = (JsonWebToken) identity.getPrincipal();
    String name = token.getClaim("preferred_username");
    if (name == null || !NAME.matcher(name).matches()) {
      throw new SessionRejected(RefusalCode.SESSION_INVALID, "the user name cannot be recorded");
    }
    var listed = Person.PREFIX + name;
    var id = Objects.requireNonNullElse(token.getTokenID(), "");
    return new Person(
        partner,
        name,
        joint.scope(partner, listed, identity),
        new Actor(partner, listed, id, token.getIssuer()),
        identity.getCredential(IdTokenCredential.class).getToken());
  }
}
