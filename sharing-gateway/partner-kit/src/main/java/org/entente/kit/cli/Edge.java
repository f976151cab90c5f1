package org.entente.kit.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.entente.kit.client.Pause;
import org.entente.kit.file.Disk;

/// What commands use of the process they run in.
///
/// @param in standard input
/// @param out standard output as bytes, for data; reports go through the command line's writers
/// @param terminal whether somebody watches standard error
/// @param disk what files are written with
/// @param time the clock, and how time is let pass
record Edge(InputStream in, OutputStream out, boolean terminal, Disk disk, Time time) {

  /// @param pause for waiting, until the process is asked to end
  /// @param stop heeded by commands that end in their own way
  record Time(Clock clock, Pause pause, Stop stop) {}

  /// The real ones. The launcher script knows about the terminal, Java does not.
  static Edge ofProcess(Stop stop) {
    return new Edge(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        Boolean.getBoolean("entente.terminal"),
        Disk.real(),
        new Time(Clock.systemUTC(), stop, stop));
  }
}
