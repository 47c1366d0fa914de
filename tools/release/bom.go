package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"runtime/debug"
	"strings"
	"time"
)

// builtIn lists what is in the program and is no Go module, as CycloneDX components.
//
//go:embed builtin.json
var builtIn []byte

// document is an SBOM in the form of CycloneDX 1.5, as far as it is needed here.
type document struct {
	Format   string      `json:"bomFormat"`
	Spec     string      `json:"specVersion"`
	Version  int         `json:"version"`
	Metadata metadata    `json:"metadata"`
	All      []component `json:"components"`
}

type metadata struct {
	Timestamp string    `json:"timestamp,omitempty"`
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref,omitempty"`
	Name       string     `json:"name"`
	Version    string     `json:"version,omitempty"`
	Comment    string     `json:"description,omitempty"`
	Licenses   []license  `json:"licenses,omitempty"`
	PackageURL string     `json:"purl,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type license struct {
	License struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// bom is the SBOM of a program: what its build says it was made of, and what is
// embedded in it.
func bom(name string, info *debug.BuildInfo, id identity) ([]byte, error) {
	d := document{Format: "CycloneDX", Spec: "1.5", Version: 1}
	d.Metadata.Component = component{Type: "application", Ref: name, Name: name, Version: id.Version}
	if !id.Time.IsZero() {
		d.Metadata.Timestamp = id.Time.UTC().Format(time.RFC3339)
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision", "GOOS", "GOARCH", "CGO_ENABLED", "-trimpath":
			d.Metadata.Component.Properties = append(d.Metadata.Component.Properties, property{"go:build:" + s.Key, s.Value})
		}
	}
	goVersion := strings.TrimPrefix(info.GoVersion, "go")
	d.All = append(d.All, component{Type: "library", Ref: "pkg:golang/std@" + goVersion, Name: "std", Version: goVersion, PackageURL: "pkg:golang/std@" + goVersion})
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		url := "pkg:golang/" + m.Path + "@" + m.Version
		c := component{Type: "library", Ref: url, Name: m.Path, Version: m.Version, PackageURL: url}
		if m.Sum != "" {
			c.Properties = []property{{"go:sum", m.Sum}}
		}
		d.All = append(d.All, c)
	}
	var more []component
	if err := json.Unmarshal(builtIn, &more); err != nil {
		return nil, err
	}
	if name == "ziping" {
		d.All = append(d.All, more...)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(d)
	return b.Bytes(), err
}
