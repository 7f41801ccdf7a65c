/** Account mails: over SMTP if a server is configured, else into the log. */
@NullMarked
package dev.ashlar.bootstrap.mail;

import org.jspecify.annotations.NullMarked;
