package org.entente.audit.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The row of {@link LogIdentity}. */
@ApplicationScoped
class LogIdentityStore implements PanacheRepositoryBase<LogIdentity, Short> {}
