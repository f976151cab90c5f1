package org.entente.audit.tree;

import java.sql.SQLException;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** PostgreSQL did not answer as it should; nothing is known about the data. */
public final class StoreFailed extends Refusal {

  /**
   * @param doing what was tried
   */
  public StoreFailed(String doing, SQLException cause) {
    super(RefusalCode.LOG_UNAVAILABLE, "the database failed while " + doing, cause);
  }
}
