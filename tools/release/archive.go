package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"time"
)

// file is a file of an archive.
type file struct {
	name string
	data []byte
	runs bool // it is the program
}

func (f file) mode() int64 {
	if f.runs {
		return 0o755
	}
	return 0o644
}

// oldest is the earliest time a zip knows, for a build whose commit is not known.
var oldest = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func timeOf(commit time.Time) time.Time {
	if commit.Before(oldest) {
		return oldest
	}
	return commit.UTC()
}

// writeTarGz writes files in their order, all of one time and of nobody.
func writeTarGz(w io.Writer, files []file, commit time.Time) error {
	zw, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	tw := tar.NewWriter(zw)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: f.mode(), Size: int64(len(f.data)), ModTime: timeOf(commit), Typeflag: tar.TypeReg, Format: tar.FormatPAX}
		if err := tw.WriteHeader(h); err != nil {
			return err
		}
		if _, err := tw.Write(f.data); err != nil {
			return err
		}
	}
	if err := tw.Close(); err != nil {
		return err
	}
	return zw.Close()
}

// writeZip writes files in their order, all of one time.
func writeZip(w io.Writer, files []file, commit time.Time) error {
	zw := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: timeOf(commit)}
		h.SetMode(0o644)
		if f.runs {
			h.SetMode(0o755)
		}
		part, err := zw.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(f.data); err != nil {
			return err
		}
	}
	return zw.Close()
}
