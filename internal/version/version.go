// Package version holds the version that all programs of the project share.
package version

// Number is written into outputs, so that it alone, and not the commit, decides their
// bytes.
const Number = "0.1.0"
