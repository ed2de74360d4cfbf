/**
 * The contract of both brokers as data: what each TR takes, what it answers, and which error says what.
 *
 * <p>Promises: {@link dev.hoga.catalogue.Catalogue#load()} is cheap and decodes a TR only when it is asked for; everything handed out
 * is immutable
 * (but {@link dev.hoga.catalogue.ResponseBody} and {@link dev.hoga.catalogue.ResponseWriter}, which belong to one thread); a request has
 * one right answer; a value that does not fit its field throws instead of
 * being cut.
 *
 * <p>Must never: read YAML at run time (only {@link dev.hoga.catalogue.CatalogueCompiler}, in the build, does), know orders, accounts or
 * prices, or do
 * network I/O.
 */
package dev.hoga.catalogue;
