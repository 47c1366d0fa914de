// Package schema holds the JSON Schemas (draft 2020-12) of everything ziping
// writes as JSON. The program does not need them; tests validate every output
// against them, and so may others.
package schema

import "embed"

// files holds the schemas of Document, Result, run.ndjson, verify,
// dataset.json and cross.
//
//go:embed *.schema.json
var files embed.FS
