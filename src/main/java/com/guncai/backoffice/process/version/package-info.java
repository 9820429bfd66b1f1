/**
 * Versions of the models: what a deployment changes, what is in force, and the list of who changed what. Other modules use what
 * is public here.
 */
@NullMarked
@NamedInterface("version")
package com.guncai.backoffice.process.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
