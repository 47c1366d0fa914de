package sarifout

// The parts of SARIF 2.1.0 that are written. Names and order are the standard's.

const schemaURI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct {
	Tool        tool         `json:"tool"`
	Invocations []invocation `json:"invocations"`
	Language    string       `json:"language"`
	ColumnKind  string       `json:"columnKind"`
	Artifacts   []artifact   `json:"artifacts"`
	Results     []result     `json:"results"`
}

type tool struct {
	Driver driver `json:"driver"`
}

type driver struct {
	Name         string   `json:"name"`
	Organization string   `json:"organization,omitempty"`
	Version      string   `json:"version,omitempty"`
	Short        *message `json:"shortDescription,omitempty"`
	Rules        []rule   `json:"rules"`
}

type rule struct {
	ID            string        `json:"id"`
	Name          string        `json:"name"`
	Short         message       `json:"shortDescription"`
	Full          message       `json:"fullDescription"`
	Help          message       `json:"help"`
	Configuration configuration `json:"defaultConfiguration"`
	Properties    properties    `json:"properties,omitempty"`
}

type configuration struct {
	Level string `json:"level"`
}

type message struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

// properties is a property bag; encoding/json sorts its keys.
type properties map[string]any

type artifact struct {
	Location artifactLocation  `json:"location"`
	MimeType string            `json:"mimeType,omitempty"`
	Roles    []string          `json:"roles,omitempty"`
	Hashes   map[string]string `json:"hashes,omitempty"`
}

type artifactLocation struct {
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

type invocation struct {
	ExecutionSuccessful bool           `json:"executionSuccessful"`
	Notifications       []notification `json:"toolExecutionNotifications,omitempty"`
}

type notification struct {
	Level      string     `json:"level"`
	Message    message    `json:"message"`
	Locations  []location `json:"locations,omitempty"`
	Descriptor descriptor `json:"descriptor"`
}

type descriptor struct {
	ID string `json:"id"`
}

type result struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    *int              `json:"ruleIndex,omitempty"`
	Level        string            `json:"level"`
	Message      message           `json:"message"`
	Locations    []location        `json:"locations"`
	Related      []location        `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
	Fixes        []fix             `json:"fixes,omitempty"`
	Properties   properties        `json:"properties,omitempty"`
}

type location struct {
	ID       *int              `json:"id,omitempty"`
	Physical *physicalLocation `json:"physicalLocation,omitempty"`
	Logical  []logicalLocation `json:"logicalLocations,omitempty"`
	Message  *message          `json:"message,omitempty"`
}

type physicalLocation struct {
	Artifact artifactLocation `json:"artifactLocation"`
	Region   *region          `json:"region,omitempty"`
}

type region struct {
	StartLine   int      `json:"startLine"`
	StartColumn int      `json:"startColumn,omitempty"`
	EndLine     int      `json:"endLine,omitempty"`
	EndColumn   int      `json:"endColumn,omitempty"`
	Snippet     *content `json:"snippet,omitempty"`
}

type logicalLocation struct {
	Name               string     `json:"name,omitempty"`
	FullyQualifiedName string     `json:"fullyQualifiedName,omitempty"`
	Kind               string     `json:"kind,omitempty"`
	Properties         properties `json:"properties,omitempty"`
}

type content struct {
	Text string `json:"text"`
}

type fix struct {
	Description message          `json:"description"`
	Changes     []artifactChange `json:"artifactChanges"`
}

type artifactChange struct {
	Artifact     artifactLocation `json:"artifactLocation"`
	Replacements []replacement    `json:"replacements"`
}

type replacement struct {
	Deleted  region   `json:"deletedRegion"`
	Inserted *content `json:"insertedContent,omitempty"`
}
