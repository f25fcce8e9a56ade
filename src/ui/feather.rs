//! Soft edges for what is painted as a mesh. Meshes are not anti-aliased: a feather one pixel wide
//! along both edges, fading to nothing, does it.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, vec2};

/// Where the edges of a band are at a step of its way.
#[derive(Clone, Copy)]
pub struct Cut {
    /// How far right.
    pub x: f32,
    /// The upper edge.
    pub top: f32,
    /// The lower edge.
    pub bottom: f32,
    /// How much the edges fall for one step to the right.
    pub slope: f32,
}

/// A band through cuts from the left to the right, of which a pixel is so many points.
pub fn band(cuts: impl IntoIterator<Item = Cut>, color: Color32, origin: Pos2, pixel: f32) -> Mesh {
    let mut mesh = Mesh::default();
    let mut count = 0;
    for cut in cuts {
        count += 1;
        let thickness = cut.bottom - cut.top;
        // What is thinner than a pixel is one pixel of a paler colour.
        let solid = color.gamma_multiply((thickness / pixel).min(1.0));
        let colors = [Color32::TRANSPARENT, solid, solid, Color32::TRANSPARENT];
        // As wide across the edge as a pixel, however steep the edge is.
        let half = 0.5 * pixel * cut.slope.hypot(1.0);
        let inside = half.min(thickness / 2.0);
        let ys = [
            cut.top - half,
            cut.top + inside,
            cut.bottom - inside,
            cut.bottom + half,
        ];
        for (y, color) in ys.into_iter().zip(colors) {
            mesh.vertices.push(Vertex {
                pos: origin + vec2(cut.x, y),
                uv: WHITE_UV,
                color,
            });
        }
    }
    for step in 1..count {
        for strip in 0..3 {
            let first = 4 * (step - 1) + strip;
            mesh.add_triangle(first, first + 1, first + 4);
            mesh.add_triangle(first + 1, first + 5, first + 4);
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_fade_out_and_thin_bands_are_pale() {
        let color = Color32::from_gray(u8::MAX);
        let of = |thickness: f32| {
            let cuts = [0.0, 100.0].map(|x| Cut {
                x,
                top: 10.0,
                bottom: 10.0 + thickness,
                slope: 0.0,
            });
            band(cuts, color, Pos2::ZERO, 1.0)
        };
        let thick = of(8.0);
        let across: Vec<_> = thick.vertices[..4]
            .iter()
            .map(|v| (v.pos.y, v.color))
            .collect();
        assert_eq!(across[0], (9.5, Color32::TRANSPARENT));
        assert_eq!(across[1], (10.5, color));
        assert_eq!(across[3], (18.5, Color32::TRANSPARENT));
        assert_eq!(thick.indices.len(), 3 * 6);
        let thin = of(0.25);
        assert!(thin.vertices[1].color.a() < color.a() / 2);
        assert!(thin.vertices[1].pos.y <= thin.vertices[2].pos.y);
        assert!(band([], color, Pos2::ZERO, 1.0).is_empty());
    }
}
