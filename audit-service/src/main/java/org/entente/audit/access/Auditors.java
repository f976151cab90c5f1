package org.entente.audit.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.audit.record.Actor;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.visibility.AuditScope;

/**
 * Decides whether the request comes from an auditor: certificate of a partner, token of the same
 * partner's identity provider, bound to that certificate (RFC 8705, checked by the token
 * mechanism), with the role.
 */
@Singleton
final class Auditors {

  private static final String ROLE = "auditor";

  private final CurrentIdentityAssociation identities;
  private final ProviderTenants tenants;
  private final JointAuditors joint;

  Auditors(CurrentIdentityAssociation identities, ProviderTenants tenants, JointAuditors joint) {
    this.tenants = tenants;
    this.identities = identities;
    this.joint = joint;
  }

  /**
   * Who audits.
   *
   * @throws CallerUnknown when the certificate is no partner's
   * @throws AuditorRejected when the token does not make an auditor of that partner
   * @throws ProviderUnavailable when the token cannot be judged
   */
  Auditor require(Visit visit) {
    if (!(visit.peer() instanceof Peer.Client client)) {
      throw new CallerUnknown(visit.peer(), "not the certificate of a partner's client");
    }
    var identity = identity(visit);
    Object tenant = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
    if (!tenants.checksTokensOf(client.partner(), tenant)) {
      throw AuditorRejected.ofAnother(client.partner());
    }
    if (!identity.hasRole(ROLE)) {
      throw new AuditorRejected(RefusalCode.AUTHZ_ROLE, "the token lacks the role " + ROLE);
    }
    var actor = actor(client.partner(), (JsonWebToken) identity.getPrincipal());
    return new Auditor(actor, scope(client, actor, identity));
  }

  /** The certificate must be the listed client's own, too. */
  private AuditScope scope(Peer.Client client, Actor actor, SecurityIdentity identity) {
    return client.client().equals(actor.client())
        ? joint.scope(client.partner(), actor.client(), identity)
        : new AuditScope.OfParty(client.partner());
  }

  private SecurityIdentity identity(Visit visit) {
    if (!visit.authorization()) {
      throw new AuditorRejected(RefusalCode.AUTH_NO_TOKEN, "send an access token as bearer");
    }
    try {
      var identity = identities.getDeferredIdentity().await().indefinitely();
      // A client certificate alone is an identity for Quarkus; it must never count as one here.
      if (!identity.isAnonymous() && identity.getCredential(AccessTokenCredential.class) != null) {
        return identity;
      }
    } catch (AuthenticationFailedException _) {
      // why is the token's affair, and known to nobody who should not know
    } catch (OIDCException e) {
      throw new ProviderUnavailable(e);
    }
    throw new AuditorRejected(
        RefusalCode.AUTH_TOKEN_INVALID, "the access token was not accepted on this connection");
  }

  private static Actor actor(String partner, JsonWebToken token) {
    String client = token.getClaim(Claims.azp.name());
    return new Actor(
        partner,
        Objects.requireNonNullElse(client, token.getName()),
        Objects.requireNonNullElse(token.getTokenID(), ""),
        token.getIssuer());
  }
}
