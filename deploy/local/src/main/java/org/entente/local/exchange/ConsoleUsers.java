package org.entente.local.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.entente.identity.KeycloakUser;

/**
 * The people who can log in to the console. Their passwords are made at the first start of a
 * working copy and kept beside Keycloak, whose database they are in.
 *
 * @param passwords by user name
 */
record ConsoleUsers(Properties passwords) {

  private static final String FILE = "console-users.properties";
  private static final int PASSWORD_BYTES = 12;
  private static final int SECRET_BYTES = 32;
  static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Reads them, or makes them. */
  static ConsoleUsers in(Path folder) {
    var file = folder.resolve(FILE);
    try {
      var users = new ConsoleUsers(read(file));
      if (users.complete(new SecureRandom())) {
        users.write(file);
      }
      return users;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(Path file) throws IOException {
    var passwords = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      passwords.load(in);
    } catch (NoSuchFileException _) {
      // the first start
    }
    return passwords;
  }

  /** Whether any were missing. */
  private boolean complete(SecureRandom random) {
    var before = passwords.size();
    for (var member : Member.ALL) {
      for (var name : List.of(member.inspector(), member.jointInspector())) {
        passwords.computeIfAbsent(name, _ -> random(random, PASSWORD_BYTES));
      }
    }
    return passwords.size() > before;
  }

  /** Writes user names and passwords for their owner's eyes only. */
  void write(Path file) throws IOException {
    var fresh = Files.createTempFile(file.resolveSibling("."), FILE, ".tmp", OWNER_ONLY);
    try (OutputStream out = Files.newOutputStream(fresh)) {
      passwords.store(out, "who can log in to the console, with which password");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where an exchange's run folder has them. */
  static Path fileIn(Path folder) {
    return folder.resolve(FILE);
  }

  /** Writes what the exchange in this run folder needs: these users, and a key for sessions. */
  void hand(Path folder) {
    try {
      write(fileIn(folder));
      var key = Files.createFile(secretIn(folder), OWNER_ONLY);
      Files.writeString(key, random(new SecureRandom(), SECRET_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What encrypts sessions at the console. */
  static Path secretIn(Path folder) {
    return folder.resolve("console.secret");
  }

  private static String random(SecureRandom random, int bytes) {
    var made = new byte[bytes];
    random.nextBytes(made);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
  }

  List<KeycloakUser> of(Member member) {
    return List.of(
        KeycloakUser.auditor(member.inspector(), password(member.inspector())),
        KeycloakUser.jointAuditor(member.jointInspector(), password(member.jointInspector())));
  }

  String password(String name) {
    return passwords.getProperty(name);
  }
}
