// Package store keeps what is too large for a message: contents of inputs and outputs of
// one input together. Whatever has a name is whole and stays as it is: names are made of
// hashes, so that what is put a second time is what is there.
package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/nats-io/nats.go/jetstream"

	"ziping/extract"
	"ziping/internal/farm"
)

// Store is a place for bytes with names. It may be used by several goroutines.
type Store interface {
	// Put gives bytes a name, unless it is given already.
	Put(ctx context.Context, name string, data []byte) error
	// Get returns the bytes of a name, ErrNone if it is not given.
	Get(ctx context.Context, name string) ([]byte, error)
}

// ErrNone says that a store has nothing under a name.
var ErrNone = errors.New("the store has nothing under this name")

// Prefix is where the store keeps what it was given, beside what others keep there.
const Prefix = ".ziping-farm/"

// InputName is the name of a content, by its hash.
func InputName(sha string) string { return Prefix + "in/" + sha[:2] + "/" + sha }

// OutputName is the name of what was made of an input, by its task's key.
func OutputName(key string) string { return Prefix + "out/" + key[:2] + "/" + key }

// The kinds of store, as a user writes them.
const (
	NATS   = "nats"
	folder = "file"
	s3     = "s3"
)

// Servers are what a store on the servers of the queue needs of it.
type Servers interface {
	Bucket() string
	Limits() (replicas int, bytes int64)
	Explain(error) error
}

// Open opens a store: "nats" for the servers of the queue, a folder that all machines see
// under the same path (/mnt/share or file:///mnt/share), or
// s3://bucket?endpoint=https://host:9000&region=r, whose keys come from the environment.
func Open(ctx context.Context, where string, js jetstream.JetStream, q Servers) (Store, error) {
	if where == NATS || where == "" {
		return openObjects(ctx, js, q)
	}
	u, err := url.Parse(where)
	switch {
	case err == nil && u.Scheme == s3 && u.Host != "":
		return openS3(u)
	case err == nil && u.Scheme == folder && u.Path != "":
		return openFolder(u.Path)
	case err == nil && u.Scheme == "" && filepath.IsAbs(where), filepath.IsAbs(where):
		return openFolder(where)
	}
	return nil, &farm.Problem{
		Message: extract.Text{ZH: fmt.Sprintf("--store 的值 %q 无效", where), EN: fmt.Sprintf("--store: %q is not valid", where)},
		Hint:    extract.Text{ZH: "nats、各机器同一路径可见的文件夹（如 /mnt/share）、s3://桶?endpoint=https://主机:9000", EN: "nats, a folder that all machines see under one path (such as /mnt/share), s3://bucket?endpoint=https://host:9000"},
	}
}

// Inside is the name in a store of a file that lies in its folder, "" if it does not: such
// an input is read where it is.
func Inside(where, file string) string {
	root := strings.TrimPrefix(where, folder+"://")
	if !filepath.IsAbs(root) {
		return ""
	}
	rel, err := filepath.Rel(root, file)
	if err != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}
