#include "go_asm.h"
#include "textflag.h"
#include "words_arm64.h"
#include "after_arm64.h"

// Products of whole numbers. In the tile of six rows V8 to V31 are the sums, four for
// each row. R0 to R5 point into the rows of a, R6 points into the panel, R10 at the tile.

// ROW adds what a number of row a brings to its sums.
#define ROW(a, i, first, second, third, fourth) \
	SMLAL(first, 6, a, i)   \
	SMLAL2(second, 6, a, i) \
	SMLAL(third, 7, a, i)   \
	SMLAL2(fourth, 7, a, i)

// STEP adds what row of weights number i brings to six rows.
#define STEP(i) \
	VLD1.P 32(R6), [V6.H8, V7.H8] \
	ROW(0, i, 8, 9, 10, 11)   \
	ROW(1, i, 12, 13, 14, 15) \
	ROW(2, i, 16, 17, 18, 19) \
	ROW(3, i, 20, 21, 22, 23) \
	ROW(4, i, 24, 25, 26, 27) \
	ROW(5, i, 28, 29, 30, 31)

// REAL makes numbers of the sums of a row. V0 to V3 are the scales of the columns, lane i
// of rows that of the row.
#define REAL(rows, i, first, second, third, fourth) \
	FMUL(first, first, 0)             \
	FMUL(second, second, 1)           \
	FMUL(third, third, 2)             \
	FMUL(fourth, fourth, 3)           \
	FMULLANE(first, first, rows, i)   \
	FMULLANE(second, second, rows, i) \
	FMULLANE(third, third, rows, i)   \
	FMULLANE(fourth, fourth, rows, i)

// BIAS adds the biases, V0 to V3, to a row.
#define BIAS(first, second, third, fourth) \
	FADD(first, first, 0)   \
	FADD(second, second, 1) \
	FADD(third, third, 2)   \
	FADD(fourth, fourth, 3)

#define ZERO(d) VEOR d.B16, d.B16, d.B16
#define FLOAT(d) SCVTF(d, d)

// func fixed6(t *tile)
TEXT ·fixed6(SB), NOSPLIT, $0-8
	MOVD t+0(FP), R10
	MOVD tile_a(R10), R0
	MOVD tile_k(R10), R11
	ADD  R11<<1, R0, R1
	ADD  R11<<1, R1, R2
	ADD  R11<<1, R2, R3
	ADD  R11<<1, R3, R4
	ADD  R11<<1, R4, R5
	MOVD tile_b(R10), R6
	ZERO(V8)
	ZERO(V9)
	ZERO(V10)
	ZERO(V11)
	ZERO(V12)
	ZERO(V13)
	ZERO(V14)
	ZERO(V15)
	ZERO(V16)
	ZERO(V17)
	ZERO(V18)
	ZERO(V19)
	ZERO(V20)
	ZERO(V21)
	ZERO(V22)
	ZERO(V23)
	ZERO(V24)
	ZERO(V25)
	ZERO(V26)
	ZERO(V27)
	ZERO(V28)
	ZERO(V29)
	ZERO(V30)
	ZERO(V31)

	SUBS $8, R11
	BLT  rest

eight:
	VLD1.P 16(R0), [V0.H8]
	VLD1.P 16(R1), [V1.H8]
	VLD1.P 16(R2), [V2.H8]
	VLD1.P 16(R3), [V3.H8]
	VLD1.P 16(R4), [V4.H8]
	VLD1.P 16(R5), [V5.H8]
	STEP(0)
	STEP(1)
	STEP(2)
	STEP(3)
	STEP(4)
	STEP(5)
	STEP(6)
	STEP(7)
	SUBS $8, R11
	BGE  eight

rest:
	ADDS $8, R11
	BLE  summed

pair:
	FMOVS.P 4(R0), F0
	FMOVS.P 4(R1), F1
	FMOVS.P 4(R2), F2
	FMOVS.P 4(R3), F3
	FMOVS.P 4(R4), F4
	FMOVS.P 4(R5), F5
	STEP(0)
	STEP(1)
	SUBS $2, R11
	BGT  pair

summed:
	EACH24(FLOAT)
	MOVD  tile_columns(R10), R12
	VLD1  (R12), [V0.S4, V1.S4, V2.S4, V3.S4]
	MOVD  tile_rows(R10), R12
	VLD1  (R12), [V4.S4]
	FMOVD 16(R12), F5
	REAL(4, 0, 8, 9, 10, 11)
	REAL(4, 1, 12, 13, 14, 15)
	REAL(4, 2, 16, 17, 18, 19)
	REAL(4, 3, 20, 21, 22, 23)
	REAL(5, 0, 24, 25, 26, 27)
	REAL(5, 1, 28, 29, 30, 31)
	MOVD  tile_bias(R10), R12
	VLD1  (R12), [V0.S4, V1.S4, V2.S4, V3.S4]
	BIAS(8, 9, 10, 11)
	BIAS(12, 13, 14, 15)
	BIAS(16, 17, 18, 19)
	BIAS(20, 21, 22, 23)
	BIAS(24, 25, 26, 27)
	BIAS(28, 29, 30, 31)

	SWISHNUMBERS
	MOVD (tile_after+After_Kind)(R10), R12
	CMP  $1, R12
	BLT  store
	BGT  swish
	EACH24(RELU)
	B    store

swish:
	MOVWU (tile_after+After_Scale)(R10), R12
	VDUP  R12, V4.S4
	MOVWU (tile_after+After_Shift)(R10), R12
	VDUP  R12, V5.S4
	EACH24(SWISH)

store:
	MOVD tile_dst(R10), R7
	ADD  $tile_to, R10
	MOVD (R10), R12
	ADD  R12<<2, R7, R12
	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R12)
	MOVD 8(R10), R12
	ADD  R12<<2, R7, R12
	VST1 [V12.S4, V13.S4, V14.S4, V15.S4], (R12)
	MOVD 16(R10), R12
	ADD  R12<<2, R7, R12
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R12)
	MOVD 24(R10), R12
	ADD  R12<<2, R7, R12
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R12)
	MOVD 32(R10), R12
	ADD  R12<<2, R7, R12
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R12)
	MOVD 40(R10), R12
	ADD  R12<<2, R7, R12
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R12)
	RET

// func quantise8(dst *int16, scale, src *float32, count, k int)
TEXT ·quantise8(SB), NOSPLIT, $0-40
	MOVD dst+0(FP), R0
	MOVD scale+8(FP), R1
	MOVD src+16(FP), R2
	MOVD count+24(FP), R3
	MOVD k+32(FP), R4
	MOVW $0x45fff800, R5 // fine
	FMOVS R5, F20
	MOVW $0x0da24260, R5 // tiny
	FMOVS R5, F21

row:
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	MOVD R2, R5
	MOVD R4, R6

largest:
	VLD1.P 32(R5), [V0.S4, V1.S4]
	FABS(0, 0)
	FABS(1, 1)
	FMAX(16, 16, 0)
	FMAX(17, 17, 1)
	SUBS $8, R6
	BGT  largest

	FMAX(16, 16, 17)
	FMAXV(16, 16)
	FDIVS   F20, F16, F0
	FMOVS.P F0, 4(R1)
	VEOR    V3.B16, V3.B16, V3.B16
	FCMPS   F21, F16
	BLT     steps
	FDIVS   F16, F20, F3

steps:
	VDUP V3.S[0], V3.S4
	MOVD R4, R6

write:
	VLD1.P 32(R2), [V0.S4, V1.S4]
	FMUL(0, 0, 3)
	FMUL(1, 1, 3)
	FCVTNS(0, 0)
	FCVTNS(1, 1)
	SQXTN(2, 0)
	SQXTN2(2, 1)
	VST1.P [V2.H8], 16(R0)
	SUBS $8, R6
	BGT  write
	SUBS $1, R3
	BNE  row
	RET
