//! A ribbon of the Sankey as a mesh. Meshes are not anti-aliased: a feather one pixel wide along
//! both edges, fading to nothing, does it.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, Shape, Ui, vec2};

use crate::report::sankey::Ribbon;

/// Straight pieces that a ribbon's edge is made of.
const STEPS: u8 = 32;

/// Paints a ribbon of a flow whose upper left corner is at `origin`.
pub fn paint(ui: &Ui, ribbon: &Ribbon, origin: Pos2, color: Color32) {
    ui.painter().add(Shape::mesh(mesh(
        ribbon,
        origin,
        color,
        1.0 / ui.pixels_per_point(),
    )));
}

/// Across the ribbon at each step: nothing, colour, colour, nothing.
fn mesh(ribbon: &Ribbon, origin: Pos2, color: Color32, pixel: f32) -> Mesh {
    // What is thinner than a pixel is one pixel of a paler colour.
    let solid = color.gamma_multiply((ribbon.thickness / pixel).min(1.0));
    let colors = [Color32::TRANSPARENT, solid, solid, Color32::TRANSPARENT];
    let mut mesh = Mesh::default();
    for step in 0..=STEPS {
        let share = f32::from(step) / f32::from(STEPS);
        let x = ribbon.start.0 + (ribbon.end.0 - ribbon.start.0) * share;
        let (top, bottom) = (ribbon.y(share), ribbon.y(share) + ribbon.thickness);
        // As wide across the edge as a pixel, however steep the edge is.
        let half = 0.5 * pixel * ribbon.slope(share).hypot(1.0);
        let inside = half.min(ribbon.thickness / 2.0);
        let ys = [top - half, top + inside, bottom - inside, bottom + half];
        for (y, color) in ys.into_iter().zip(colors) {
            mesh.vertices.push(Vertex {
                pos: origin + vec2(x, y),
                uv: WHITE_UV,
                color,
            });
        }
    }
    for step in 0..u32::from(STEPS) {
        for strip in 0..3 {
            let first = 4 * step + strip;
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
    fn edges_fade_out_and_thin_ribbons_are_pale() {
        let color = Color32::from_gray(u8::MAX);
        let ribbon = |thickness| Ribbon {
            start: (0.0, 10.0),
            end: (100.0, 50.0),
            thickness,
        };
        let thick = mesh(&ribbon(8.0), Pos2::ZERO, color, 1.0);
        let across: Vec<_> = thick.vertices[..4]
            .iter()
            .map(|v| (v.pos.y, v.color))
            .collect();
        assert_eq!(across[0], (9.5, Color32::TRANSPARENT));
        assert_eq!(across[1], (10.5, color));
        assert_eq!(across[3], (18.5, Color32::TRANSPARENT));
        let thin = mesh(&ribbon(0.25), Pos2::ZERO, color, 1.0);
        assert!(thin.vertices[1].color.a() < color.a() / 2);
        assert!(thin.vertices[1].pos.y <= thin.vertices[2].pos.y);
    }
}
