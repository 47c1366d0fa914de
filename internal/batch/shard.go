package batch

import (
	"crypto/sha256"
	"encoding/binary"
)

// Shard is one of several parts of the same inputs, for machines that share the work.
// Every input is in just one, by its path inside its folder, wherever the folder lies.
// The zero value is all of them.
type Shard struct{ Index, Count int } // Index from 1

// holds reports whether a shard has an input. The names of outputs do not depend on it.
func (s Shard) holds(rel string) bool {
	if s.Count < 2 {
		return true
	}
	sum := sha256.Sum256([]byte(rel))
	return binary.BigEndian.Uint64(sum[:8])%uint64(s.Count) == uint64(s.Index-1)
}
